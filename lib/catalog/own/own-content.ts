import { z } from "zod";
import { SKILLS } from "../control.ts";
import { CONCERNS, type ConcernId, DIMENSIONS, LAYERS } from "../framework.ts";
import { QuestionSchema, RemedySchema } from "../schema.ts";

/** Questions and dimensions that an organization adds to the catalogue, held to the bounds of the catalogue's own. */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "small letters, digits and hyphens, such as own-chaos-drills");
const { asks, why, findOut, levels } = QuestionSchema.shape;
const { title: initiativeTitle, fixed, steps } = RemedySchema.shape;
const weight = z.number().int().min(1).max(5).default(3);

export const OwnQuestionSchema = z
  .strictObject({
    id: id.max(50),
    /** One of the eight, or one of the organization's own. */
    dimension: id.max(40),
    /** One of the 21; null: none. */
    concern: z
      .enum(CONCERNS as [ConcernId, ...ConcernId[]])
      .nullable()
      .default(null),
    layer: z.enum(LAYERS),
    /** What is true when it is met. */
    title: z.string().min(15).max(90),
    ...{ asks, why, findOut, levels },
    weight,
    likelihood: weight,
    impact: weight,
    /** What closes the gap, with its effort in person-days. */
    initiative: z.strictObject({
      title: initiativeTitle,
      skill: z.enum(SKILLS).default("platform"),
      days: fixed,
      steps,
    }),
    /** Ids of what it follows from: a standard, a policy of the house. */
    references: z.array(z.string().min(2).max(40)).max(10).default([]),
  })
  .strict();

export const OwnDimensionSchema = z.strictObject({
  id: id.max(40),
  title: z.string().min(3).max(40),
  asks: z.string().min(20).max(140).endsWith("?", "a question mark at the end"),
});

export const OwnContentSchema = z
  .strictObject({
    dimensions: z.array(OwnDimensionSchema).max(8).default([]),
    questions: z.array(OwnQuestionSchema).max(300).default([]),
  })
  .superRefine(({ dimensions, questions }, context) => {
    const known = new Set<string>([...DIMENSIONS, ...dimensions.map((each) => each.id)]);
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    for (const [list, all] of Object.entries({ dimensions, questions })) {
      const seen = new Set<string>();
      for (const [at, each] of all.entries()) {
        if (seen.has(each.id)) complain([list, at, "id"], `${each.id} is there twice`);
        seen.add(each.id);
      }
    }
    for (const [at, { id: dimension }] of dimensions.entries())
      if ((DIMENSIONS as readonly string[]).includes(dimension))
        complain(["dimensions", at, "id"], `${dimension} is one of the eight dimensions already`);
    for (const [at, { dimension }] of questions.entries())
      if (!known.has(dimension))
        complain(
          ["questions", at, "dimension"],
          `${dimension} is neither one of the eight nor a dimension of this file`,
        );
  });

export type OwnQuestion = z.output<typeof OwnQuestionSchema>;
export type OwnDimension = z.output<typeof OwnDimensionSchema>;
/** What is in force: questions that a newer file left out stay readable as removed. */
export type OwnContent = { dimensions: OwnDimension[]; questions: (OwnQuestion & { removed?: true })[] };

export const NO_OWN_CONTENT: OwnContent = { dimensions: [], questions: [] };
