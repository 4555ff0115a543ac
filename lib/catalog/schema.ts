import { z } from "zod";
import { SKILLS } from "./control.ts";
import { CONCERNS_BY_LAYER, DIMENSIONS, LAYERS } from "./framework.ts";

/** The shape of the catalogue with the bounds of its texts. The content lint parses CATALOG with it. */

const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const layer = z.enum(LAYERS);
const dimension = z.enum(DIMENSIONS);
const concern = z.enum([
  ...CONCERNS_BY_LAYER.cloud,
  ...CONCERNS_BY_LAYER.cluster,
  ...CONCERNS_BY_LAYER.container,
  ...CONCERNS_BY_LAYER.code,
]);

/** "CIS 5.2.2", "CIS EKS 5.4.1", "PSS baseline", "NSA pod", "O22:K01", "O25:K10", "T1611", "T1552.005". */
const REFERENCE =
  /^(CIS( (EKS|GKE|AKS))? \d+(\.\d+){1,2}|PSS (baseline|restricted)|NSA (pod|network|authn|authz|audit|upgrade)|O2[25]:K(0\d|10)|T\d{4}(\.\d{3})?)$/;
const references = z.array(z.string().regex(REFERENCE));
/** A short text without a full stop at its end, as titles, steps and levels are. */
const phrase = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/[^.\s]$/);
const sentences = (min: number, max: number) => z.string().min(min).max(max).regex(/[.?]$/);

export const ControlSchema = z.strictObject({
  id: kebab.max(60),
  title: phrase(15, 90),
  layer,
  concern: concern.nullable(),
  dimension,
  weight: level,
  likelihood: level,
  impact: level,
  critical: z.boolean(),
  checks: z.array(kebab),
  observation: z.enum(["decides", "caps"]),
  families: z.array(kebab).min(1).optional(),
  escalatesTo: layer.optional(),
  otherEvidence: phrase(20, 160).optional(),
  references,
});

export const QuestionSchema = z.strictObject({
  id: kebab.max(70),
  control: kebab,
  asks: z.string().min(30).max(140).endsWith("?"),
  why: sentences(100, 330),
  findOut: sentences(70, 330),
  levels: z.tuple([
    phrase(3, 150),
    phrase(8, 150),
    phrase(8, 150),
    phrase(8, 150),
    phrase(20, 150).startsWith("As 3, "),
  ]),
  removed: z.literal(true).optional(),
});

/** A singular that takes a plain "s". */
const thing = z
  .string()
  .max(20)
  .regex(/^[a-z]+( [a-z]+)?(?<![sxy])$/);

const threePoint = z
  .strictObject({ optimistic: z.number().positive(), likely: z.number(), pessimistic: z.number() })
  .refine(
    (days) => days.optimistic <= days.likely && days.likely <= days.pessimistic,
    "optimistic <= likely <= pessimistic",
  );

export const RemedySchema = z.strictObject({
  id: kebab.max(60),
  title: phrase(8, 80),
  layer,
  closes: z.array(kebab).min(1).max(4),
  skills: z
    .partialRecord(z.enum(SKILLS), z.number().positive().max(1))
    .refine(
      (shares) => Math.abs(Object.values(shares).reduce((sum, share) => sum + share, 0) - 1) < 1e-9,
      "shares sum to 1",
    ),
  fixed: threePoint,
  perThing: threePoint,
  thing,
  after: z.array(kebab),
  steps: z.array(phrase(20, 140)).min(3).max(6),
  riskOfDoing: sentences(40, 200),
  rollback: sentences(25, 200),
  verifiedBy: z.array(kebab),
});

export const ConcernSchema = z.strictObject({
  id: concern,
  title: phrase(5, 60),
  good: sentences(40, 160),
  references: z.strictObject({
    cis: references,
    nsa: references,
    pss: references,
    owasp2022: references,
    owasp2025: references,
    mitre: references,
    cncfPhase: z.enum(["develop", "distribute", "deploy", "runtime"]),
  }),
});

export const CatalogSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d+$/),
  layers: z.array(z.strictObject({ id: layer, title: z.string(), means: sentences(40, 160) })).length(LAYERS.length),
  dimensions: z
    .array(z.strictObject({ id: dimension, title: z.string(), asks: z.string().endsWith("?") }))
    .length(DIMENSIONS.length),
  concerns: z.array(ConcernSchema),
  controls: z.array(ControlSchema),
  questions: z.array(QuestionSchema),
  remedies: z.array(RemedySchema),
});
