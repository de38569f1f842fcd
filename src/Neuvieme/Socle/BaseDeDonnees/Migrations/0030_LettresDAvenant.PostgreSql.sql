ALTER TABLE "Lettres" ADD COLUMN "NumeroAvenant" integer NULL;
