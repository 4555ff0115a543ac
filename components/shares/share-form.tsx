import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceBox } from "#components/ui/choice-box.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { SHARE_PROFILES } from "#lib/contracts/share-profiles.ts";
import { addDays } from "#lib/presentation/dates.ts";
import { type CreateShare, PROFILES } from "./shares.ts";

type Props = { today: string; create: CreateShare; onDone: (token: string) => void };

/** For whom, what it shows, and until when. */
export function ShareForm({ today, create, onDone }: Props) {
  return (
    <OutcomeForm action={create} onDone={({ token }) => onDone(token)} submit="Make the link" submitting="Making it">
      {(errors) => (
        <>
          <TextField label="For whom" name="name" placeholder="The board" error={errors.name} required />
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-strong">What it shows</legend>
            {SHARE_PROFILES.map((profile) => (
              <ChoiceBox
                key={profile}
                type="radio"
                name="profile"
                defaultChecked={profile === "without people"}
                choice={{ value: profile, ...PROFILES[profile] }}
              />
            ))}
          </fieldset>
          <div className="max-w-48">
            <TextField
              label="Until"
              name="endsOn"
              type="date"
              defaultValue={addDays(today, 30)}
              min={addDays(today, 1)}
              max={addDays(today, 366)}
              error={errors.endsOn}
              required
            />
          </div>
        </>
      )}
    </OutcomeForm>
  );
}
