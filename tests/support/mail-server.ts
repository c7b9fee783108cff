/** A real SMTP server, with what a real one does to those who send: it refuses, is busy, or goes away in the middle. */
import { once } from "node:events";
import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** What a message is answered with once it has been handed over: nothing, an answer of this code, or the end of the connection. */
type Answer = "taken" | "cut-off" | { readonly code: number };

export type Received = { readonly to: string; readonly raw: string };

export async function mailServer(port = 0) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let answer: Answer = "taken";
  const refused = new Map<string, number>();
  const problem = (code: number) => Object.assign(new Error("no"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const code = refused.get(address);
      callback(code === undefined ? null : problem(code));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        if (answer === "cut-off") for (const socket of sockets) socket.destroy();
        else callback(answer === "taken" ? null : problem(answer.code));
      });
    },
  });
  server.server.on("connection", (socket: Socket) => sockets.add(socket));
  // A connection that is cut off is what is tried here.
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    received,
    /** From now on. */
    answers: (next: Answer) => {
      answer = next;
    },
    refuses: (recipient: string, code: number) => refused.set(recipient, code),
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** A header of a message as it came, unfolded; null when there is none. */
export const headerOf = ({ raw }: Received, name: string): string | null =>
  new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, "im").exec(raw)?.[1]?.replaceAll(/\r\n[ \t]+/g, " ") ?? null;
