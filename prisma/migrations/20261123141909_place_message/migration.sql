-- CreateIndex
CREATE INDEX "Place_message_idx" ON "Place"("message");
