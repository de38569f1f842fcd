ALTER TABLE "Lettres" ADD COLUMN "RappeleeLe" date NULL;
ALTER TABLE "Lettres" ADD COLUMN "CertifierApresUtc" timestamp with time zone NULL;
