/** The editor of queries. */

import "@zazuko/yasqe/build/yasqe.min.css";
import "../src/editeur/editeur.css";
import { begin } from "../src/editeur/begin";

begin();
