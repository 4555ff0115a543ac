import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Button } from "./button.tsx";
import { ChoiceGroup } from "./choice-group.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { RichText } from "./rich-text.tsx";
import { TextField } from "./text-field.tsx";

const attribute = (html: string, name: string) => html.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? "";

test("label, hint and error belong to their control by id", () => {
  const html = renderToStaticMarkup(
    <TextField label="Name" name="name" hint="As your teams call it" error="Enter a name" />,
  );
  const id = attribute(html, "for");
  expect(id).not.toBe("");
  expect(html).toMatch(new RegExp(`<input[^>]*id="${id}"`));
  const [hint, error] = attribute(html, "aria-describedby").split(" ");
  expect(html).toContain(`id="${hint}"`);
  expect(html).toContain(`id="${error}"`);
  expect(attribute(html, "aria-invalid")).toBe("true");
});

test("a field that fits says nothing of errors", () => {
  const html = renderToStaticMarkup(<TextField label="Name" name="name" />);
  expect(html).not.toContain("aria-invalid=");
  expect(html).not.toContain("aria-describedby");
});

test("a group of choices has a name and keeps what was chosen", () => {
  const html = renderToStaticMarkup(
    <ChoiceGroup
      label="Criticality"
      name="criticality"
      choices={[1, 2, 3].map((n) => ({ value: String(n), label: String(n) }))}
      defaultValues={["2"]}
    />,
  );
  expect(html).toMatch(/<legend[^>]*>Criticality/);
  expect(html.match(/<input[^>]*checked=""[^>]*>/g)?.map((input) => attribute(input, "value"))).toEqual(["2"]);
});

test("a pending button says so and keeps the focus: it is not disabled", () => {
  const html = renderToStaticMarkup(<Button pending>Store</Button>);
  expect(attribute(html, "aria-busy")).toBe("true");
  expect(attribute(html, "aria-disabled")).toBe("true");
  expect(html).not.toMatch(/ disabled=/);
});

test("progress of unknown length claims no value", () => {
  expect(renderToStaticMarkup(<ProgressBar label="Reading" done={null} of={1} />)).not.toContain("aria-valuenow");
  expect(attribute(renderToStaticMarkup(<ProgressBar label="Reading" done={3} of={12} />), "aria-valuenow")).toBe("25");
});

test("backticks mark commands, and markup in a text stays text", () => {
  const html = renderToStaticMarkup(<RichText text="Run `kubectl get sa -A` <b>now</b>" />);
  expect(html).toMatch(/<code[^>]*>kubectl get sa -A<\/code>/);
  expect(html).toContain("&lt;b&gt;now&lt;/b&gt;");
});
