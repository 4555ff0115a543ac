import { z } from "zod";

/** The only reader of process.env. A missing or malformed variable stops the start with one line that names it. */
const Environment = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
    APP_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
    NEXTAUTH_SECRET: z
      .string()
      .min(32, "must have at least 32 characters")
      .refine(looksRandom, "must be random, e.g. what `openssl rand -base64 32` prints"),
    NEXTAUTH_URL: z.url({
      protocol: /^https?$/,
      error: "must be the address that people type, e.g. https://chartroom.example.com",
    }),
    CHARTROOM_KEY: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, "must be 32 random bytes in base64")
      .refine(looksRandom, "must be random, e.g. what `openssl rand -base64 32` prints"),
    CHARTROOM_EVIDENCE_MIB_PER_ASSESSMENT: mebibytes(500),
    CHARTROOM_EVIDENCE_MIB_PER_ORGANIZATION: mebibytes(5_000),
    /** Over which server mail is sent; absent: none is. It holds a password, so nothing prints it. */
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "must be smtp://… or smtps://…, with account and password if it takes them" })
      .optional(),
    MAIL_FROM: z
      .string()
      .max(200, "must be shorter")
      .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, "must be an address, e.g. Chartroom <chartroom@example.com>")
      .optional(),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "must be set together with SMTP_URL",
  });
export type Environment = z.infer<typeof Environment>;

let read: Environment | undefined;

export function environment(): Environment {
  read ??= readEnvironment(process.env);
  return read;
}

/** Throws an Error of one line for the first variable that does not fit; never prints a value. */
export function readEnvironment(from: Record<string, string | undefined>): Environment {
  const parsed = Environment.safeParse(from);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0]);
  throw new Error(`${name} ${from[name] === undefined ? "is missing" : issue?.message}`);
}

/** How much of something may be kept, in MiB; unless told, the given amount. */
function mebibytes(usual: number) {
  const says = "must be a whole number of MiB from 1 to 1000000";
  return z
    .string()
    .regex(/^[1-9]\d{0,6}$/, says)
    .transform(Number)
    .refine((amount) => amount <= 1_000_000, says)
    .default(usual);
}

/** Random text of this length has many different characters and spells nothing; what people make up fails one of the two. */
function looksRandom(secret: string): boolean {
  return new Set(secret).size >= 10 && !/change.?me|secret|passw|example|(.{4,}).*\1.*\1/i.test(secret);
}
