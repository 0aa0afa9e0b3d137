"""The network page: an address chooses what is seen of the mesh, and everything on the page is another address."""
