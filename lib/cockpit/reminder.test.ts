import fc from "fast-check";
import { expect, test } from "vitest";
import { remind } from "./reminder.ts";
import { type OpenQuestion, type OpenWork, whoOwes } from "./who-owes.ts";

const ABOUT = {
  assessment: "Health 2026",
  organization: "Meridian",
  from: "Clara",
  href: "https://c.example/q?show=unanswered&of=me",
  today: "2026-11-25",
};
const letter = (
  questions: Pick<OpenQuestion, "asks" | "dueOn">[],
  name = "Bo",
  about: Partial<typeof ABOUT> = {},
  work: OpenWork["kind"][] = [],
) => {
  const owed = questions.map((each, at) => ({ ...each, id: `q${at}`, owner: { id: "bo", name } }));
  const others = work.map((kind) => ({ kind, owner: { id: "bo", name } }));
  const [debt] = whoOwes(owed, others, ABOUT.today);
  if (!debt) throw new Error("Bo owes something");
  return remind(debt, { ...ABOUT, ...about });
};

test("a reminder says what, since when and where, the longest late first", () => {
  const { subject, text, html } = letter([
    { asks: "Who may enter?", dueOn: null },
    { asks: "Is etcd encrypted?", dueOn: "2026-11-30" },
    { asks: "Who rotates keys?", dueOn: "2026-11-20" },
  ]);
  expect(subject).toBe("1 answer late: Health 2026");
  expect(text).toBe(
    [
      "Bo,",
      "3 questions of Health 2026 (Meridian) wait for your answer. 1 is late, the first by 5 days. The next are due on 30 Nov 2026.",
      "- 5 days late: Who rotates keys?\n- due on 30 Nov 2026: Is etcd encrypted?\n- Who may enter?",
      "Answer them here: https://c.example/q?show=unanswered&of=me",
      "Clara asked for this reminder on 25 Nov 2026.",
    ].join("\n\n"),
  );
  expect(html).toContain("<li>5 days late: Who rotates keys?</li><li>due on 30 Nov 2026: Is etcd encrypted?</li>");
  expect(html).toContain('<a href="https://c.example/q?show=unanswered&amp;of=me">Answer them here</a>');
});

test("what else waits is told besides", () => {
  const late = [{ asks: "Who may enter?", dueOn: "2026-11-20" }];
  const besides = (...work: OpenWork["kind"][]) => /Besides.*/.exec(letter(late, "Bo", {}, work).text)?.[0];
  expect(besides()).toBeUndefined();
  expect(besides("change")).toBe("Besides, there is 1 answer to be changed.");
  expect(besides("change", "contradiction", "contradiction")).toBe(
    "Besides, there are 1 answer to be changed and 2 contradictions to be settled.",
  );
  expect(besides("alone")).toBe("Besides, there is 1 question to be answered by you alone.");
});

test("ten are named and the rest is counted", () => {
  const { text, html } = letter(Array.from({ length: 14 }, (_, at) => ({ asks: `Q${at}?`, dueOn: "2026-11-20" })));
  expect(text.match(/^- /gm)).toHaveLength(11);
  expect(text).toContain("- and 4 more");
  expect(html).toContain("<li>and 4 more</li>");
});

test("whatever people are called, the subject is one line, the mail has its five paragraphs and no tag of theirs", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "Bo\r\nBcc: all@example.com",
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "a\u2028b\u202ec\u0000d",
      "'&amp;<!--",
    ),
  );
  fc.assert(
    fc.property(nasty, nasty, nasty, nasty, nasty, (name, assessment, organization, from, asks) => {
      const { subject, text, html } = letter([{ asks, dueOn: "2026-11-20" }], name, { assessment, organization, from });
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      expect(text.split("\n")).toHaveLength(9);
      expect(html.match(/<[^>]*>/g)?.map((tag) => tag.split(/[ >]/)[0])).toEqual([
        ...["<!doctype", "<html", "<body", "<p", "</p", "<p", "</p", "<ul", "<li", "</li", "</ul", "<p", "<a", "</a"],
        ...["</p", "<p", "</p", "</body", "</html"],
      ]);
    }),
  );
});
