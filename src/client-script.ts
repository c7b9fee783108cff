/** The address of the one script that pages load, known to the server when it renders. */
import { createContext } from "react";

export const ClientScript = createContext<string | null>(null);
