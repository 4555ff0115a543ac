"use client";
import { signOut } from "next-auth/react";

/** Ends the session, here and in the database. */
export function SignOutButton() {
  return (
    <button
      type="button"
      className="flex items-center rounded-control px-2 text-left hover:bg-sunken"
      onClick={() => void signOut({ callbackUrl: "/sign-in" })}
    >
      Sign out
    </button>
  );
}
