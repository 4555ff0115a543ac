/** What bench/found-editors.ts founds. */
export type Editors = {
  slug: string;
  password: string;
  emails: string[];
  members: string[];
  assessments: string[];
  questions: string[];
};
