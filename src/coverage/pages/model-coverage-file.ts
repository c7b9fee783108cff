/** One model's coverage as a file: the units as on the page, however many, and the chosen unit's measurements. */
import { load } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { viewModelCoverage } from "../view-model-coverage.ts";
import { askedOf, figureCells } from "./figures.tsx";
import { fileAnswer } from "./file-answer.ts";

export const loader = load(async ({ work, params, url, mode, language }) => {
  const slug = params["model"] ?? "";
  const view = await viewModelCoverage(work, { slug, everyUnit: true, ...askedOf(url) });
  const words = messages[language];
  const t = words.coverage;
  const kind = (frozen: boolean) => (frozen ? t.detail.frozen : t.detail.live);
  const model = language === "sv" ? view.model.nameSv : view.model.nameEn;
  const units = view.rows.map(({ unit, figure, standing }) => [
    view.day,
    kind(view.frozen),
    unit?.name ?? t.whole,
    model,
    ...figureCells(figure, t),
    standing?.introducedOn ?? "",
  ]);
  const earlier = view.points
    .filter((point) => point.day !== view.day || point.frozen !== view.frozen)
    .map(({ day, frozen, figure }) => [
      day,
      kind(frozen),
      view.unit?.name ?? t.whole,
      model,
      ...figureCells(figure, t),
      view.standing?.introducedOn ?? "",
    ]);
  return fileAnswer({ mode, words, name: `tackning-${slug}-${view.day}` }, [...units, ...earlier]);
});
