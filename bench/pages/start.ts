/** From nothing to ready on data that is there, PostgreSQL included; beside PostgreSQL and a bare server alone. */
import { MEASURED, openInstallation } from "../installation.ts";
import { fromPairs, type Figure } from "../measure.ts";
import { startBare, startProgram } from "./servers.ts";

export async function startFigures(folder: string, pairs: number): Promise<Figure[]> {
  const taken: { readonly ours: number; readonly floor: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = performance.now();
    const program = await startProgram(folder);
    const ours = performance.now() - first;
    await program.stop();
    const second = performance.now();
    const installation = await openInstallation(folder);
    const bare = await startBare(installation.appUrl);
    await fetch(`${bare.origin}/${MEASURED}`);
    const floor = performance.now() - second;
    await bare.stop();
    await installation.close();
    taken.push({ ours, floor });
  }
  return [fromPairs("start: ready on existing data", "ms", taken)];
}
