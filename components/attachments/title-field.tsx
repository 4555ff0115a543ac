import { TextField } from "#components/ui/text-field.tsx";

type Props = { error: string | undefined; hint: string; defaultValue?: string };

/** What it shows, in a line. */
export function TitleField({ error, hint, defaultValue }: Props) {
  return (
    <TextField
      label="Title"
      name="title"
      maxLength={200}
      hint={hint}
      defaultValue={defaultValue}
      autoComplete="off"
      required
      error={error}
    />
  );
}
