ALTER TABLE "Echeances" ADD COLUMN "Paie" INTEGER NOT NULL DEFAULT 0;
UPDATE "Echeances" SET "Paie" = "Mois";
