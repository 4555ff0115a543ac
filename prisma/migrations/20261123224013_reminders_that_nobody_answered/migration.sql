-- A mail whose server went silent may have arrived: it is neither sent nor failed, and is not tried again that day.
ALTER TABLE "sent_reminders" DROP CONSTRAINT "sent_reminders_outcome";
ALTER TABLE "sent_reminders" ADD CONSTRAINT "sent_reminders_outcome" CHECK ("outcome" IN ('sending', 'sent', 'failed', 'unclear'));

-- One that failed is told anew when it is tried again: by whom, when, of how many questions.
GRANT UPDATE ("questions", "sent_by", "sender_name", "sent_at") ON "sent_reminders" TO chartroom_app;
