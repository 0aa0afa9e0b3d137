"""What people see: the network of commitments, the page that draws it, and the explorer."""
