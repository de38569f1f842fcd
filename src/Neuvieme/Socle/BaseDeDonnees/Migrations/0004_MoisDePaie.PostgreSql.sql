ALTER TABLE "Echeances" ADD COLUMN "Paie" integer NOT NULL DEFAULT 0;
UPDATE "Echeances" SET "Paie" = "Mois";
ALTER TABLE "Echeances" ALTER COLUMN "Paie" DROP DEFAULT;
