type Numbered = { question: string; version: number };

/** Who lists what is stored of some questions. */
export type Reader<Row> = (questions: string[]) => Promise<Row[]>;

/**
 * The newest answers that this process has read of one assessment, so that of all who are to be told of a version one reads
 * it and the others take what was read. Whoever takes must make sure afterwards that their reader may know it.
 */
export class RecentAnswers<Row extends Numbered> {
  readonly #rows = new Map<string, Row>();
  /** Versions that somebody is reading at the moment. */
  readonly #coming = new Map<string, { version: number; read: Promise<void> }>();

  /** The answers to these questions, of these versions or newer; what is not known yet is read by `reader`. */
  async take(wanted: ReadonlyMap<string, number>, reader: Reader<Row>): Promise<Row[]> {
    const waiting = new Set<Promise<void>>();
    const missing = new Map<string, number>();
    for (const [question, version] of wanted) {
      if ((this.#rows.get(question)?.version ?? 0) >= version) continue;
      const coming = this.#coming.get(question);
      if (coming && coming.version >= version) waiting.add(coming.read);
      else missing.set(question, version);
    }
    if (missing.size > 0) waiting.add(this.#read(missing, reader));
    await Promise.all(waiting);
    return [...wanted.keys()].flatMap((question) => this.#rows.get(question) ?? []);
  }

  #read(missing: ReadonlyMap<string, number>, reader: Reader<Row>): Promise<void> {
    const read = reader([...missing.keys()])
      .then((rows) => {
        for (const row of rows)
          if (row.version > (this.#rows.get(row.question)?.version ?? 0)) this.#rows.set(row.question, row);
      })
      .finally(() => {
        for (const question of missing.keys())
          if (this.#coming.get(question)?.read === read) this.#coming.delete(question);
      });
    for (const [question, version] of missing) this.#coming.set(question, { version, read });
    return read;
  }
}
