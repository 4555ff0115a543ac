import type { OwnContent } from "./own-content.ts";

/** What the template holds: one dimension and one question, for the author to write over. */
export const OWN_EXAMPLE: OwnContent = {
  dimensions: [
    {
      id: "regulation",
      title: "Regulation",
      asks: "Could you show a regulator tomorrow how the platform is run and by whom?",
    },
  ],
  questions: [
    {
      id: "outsourcing-register",
      dimension: "regulation",
      concern: null,
      layer: "cloud",
      title: "Every cloud service that the platform rests on stands in the outsourcing register",
      asks: "Which of the cloud services below your clusters are missing in the outsourcing register?",
      why: "A service that nobody has registered has no exit plan and no owner. When its provider fails or changes the contract, the company finds out from its customers, and the regulator from the newspaper.",
      findOut:
        "Export the services of the last bill by account and lay the list beside the register. Each line of the bill without a line in the register is a gap.",
      levels: [
        "There is no register, or nobody knows where it is",
        "A register exists; the platform's services are not in it",
        "Main services are registered; smaller ones and regions are missing",
        "Every service on the bill is registered with an owner and an exit plan",
        "As 3, each bill is compared with the register by a job that reports what is new",
      ],
      weight: 4,
      likelihood: 3,
      impact: 4,
      initiative: {
        title: "Bring the platform's services into the outsourcing register",
        skill: "cloud",
        days: { optimistic: 2, likely: 4, pessimistic: 8 },
        steps: [
          "List the services of the last three bills by account",
          "Name an owner and an exit plan for each of them",
          "Compare each new bill with the register by a job",
        ],
      },
      references: ["DORA Art. 28"],
    },
  ],
};
