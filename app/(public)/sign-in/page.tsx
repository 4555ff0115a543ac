import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ownPath } from "#app/door/own-path.ts";
import { session } from "#app/door/reader.ts";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { SignInPage } from "#components/sign-in/sign-in-page.tsx";

export const metadata: Metadata = { title: "Sign in" };

type Props = {
  searchParams: Promise<{ to?: string | string[]; callbackUrl?: string | string[]; error?: string | string[] }>;
};

export default async function SignIn({ searchParams }: Props) {
  const { to, callbackUrl } = await searchParams;
  const target = ownPath(to ?? callbackUrl);
  if (await session()) redirect(target);
  return (
    <SignInPage>
      <SignInForm to={target} />
    </SignInPage>
  );
}
