/** The pages that deserve a link, in order: the first, the last, and the neighbours of the current one. */
export function pagesToShow(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  return [...new Set(wanted)].toSorted((a, b) => a - b);
}
