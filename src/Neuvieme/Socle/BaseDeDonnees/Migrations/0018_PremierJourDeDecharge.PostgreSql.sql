ALTER TABLE "Conversions" ADD COLUMN "Debut" date NULL;
