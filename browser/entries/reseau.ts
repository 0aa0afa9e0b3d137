/** The canvas of the network. */

import "../src/reseau/reseau.css";
import { begin } from "../src/reseau/begin";

begin();
