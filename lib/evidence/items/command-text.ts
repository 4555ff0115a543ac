/** Colours and cursor movements of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with a control character
const TERMINAL = /\u001b(\[[0-9;?]{0,40}[ -/]{0,4}[@-~]|\][^\u0007\u001b\n]{0,400}(\u0007|\u001b\\)|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a terminal printed as plain lines: no colours, no control or directional characters, no spaces at line ends. */
export function plainOutput(output: string): string {
  return output
    .toWellFormed()
    .replace(TERMINAL, "")
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

/** A command with its output as one text: what its hash is of, and what a person can compute it from again. */
export function textOfCommand({ command, output }: { command: string; output: string }): string {
  return `$ ${command}\n${output}\n`;
}
