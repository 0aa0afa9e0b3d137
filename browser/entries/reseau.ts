/** The canvas of the network. */

import { begin } from "../src/reseau/begin";

begin();
