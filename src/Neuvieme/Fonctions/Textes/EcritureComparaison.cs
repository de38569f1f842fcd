using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.Comparateur;
using Neuvieme.Droit.Fiscalite;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Écrit comparaison et impôt en JSON, en centimes.</summary>
static class EcritureComparaison
{
    public static void Comparaison(Utf8JsonWriter w, Comparaison c)
    {
        w.WriteStartObject();
        w.WriteString("corps"u8, EcritureJson.Nom(c.Corps));
        w.WriteString("annee"u8, c.Annee.ToString());
        w.WriteNumber("heures"u8, c.Heures);
        w.WriteString("avertissement"u8, PartageFiscal.Avertissement);
        w.WriteStartArray("activites"u8);
        foreach (LigneComparee l in c.Lignes) Ligne(w, l);
        w.WriteEndArray();
        w.WriteStartArray("sans_objet"u8);
        foreach (ActiviteSansObjet s in c.SansObjet)
        {
            w.WriteStartObject();
            w.WriteString("activite"u8, EcritureJson.Nom(s.Activite));
            w.WriteString("raison"u8, s.Raison);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteStartArray("chiffres_de_la_source"u8);
        foreach (ChiffreDuDocument x in ChiffresDuDocument.Tous) Chiffre(w, x);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    public static void Impot(Utf8JsonWriter w, IReadOnlyList<AnneeFiscale> annees)
    {
        w.WriteStartObject();
        w.WriteString("avertissement"u8, PartageFiscal.Avertissement);
        w.WriteStartArray("annees"u8);
        foreach (AnneeFiscale annee in annees)
        {
            w.WriteStartObject();
            w.WriteNumber("annee"u8, annee.Annee);
            if (annee is AnneeCalculee a) Annee(w, a);
            else w.WriteString("reponse"u8, "hors-vigueur");
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
    }

    static void Ligne(Utf8JsonWriter w, LigneComparee l)
    {
        w.WriteStartObject();
        w.WriteString("code"u8, l.Code);
        w.WriteString("activite"u8, EcritureJson.Nom(l.Activite));
        w.WriteString("libelle"u8, l.Libelle);
        w.WriteString("etat"u8, EcritureJson.Nom(l.Valeur.Etat));
        w.WriteString("depuis"u8, l.Valeur.Depuis is { } d ? EcritureJson.Jour(d) : null);
        w.WriteString("jusqua"u8, l.Valeur.Jusqua is { } f ? EcritureJson.Jour(f) : null);
        EcritureJson.Centimes(w, "brut_centimes", l.Valeur.Brut);
        EcritureJson.Centimes(w, "net_estime_centimes", l.Net);
        if (l.Heures is { } h) w.WriteNumber("heures"u8, h);
        else w.WriteNull("heures"u8);
        EcritureJson.Centimes(w, "brut_par_heure_centimes", l.BrutParHeure);
        EcritureJson.Centimes(w, "net_par_heure_centimes", l.NetParHeure);
        EcritureJson.Centimes(w, "pour_heures_centimes", l.PourHeures);
        w.WriteString("regime"u8, EcritureJson.Nom(l.Regime));
        EcritureJson.Centimes(w, "rafp_non_compensee_centimes", l.RafpNonCompensee);
        w.WriteString("volume"u8, l.Volume);
        w.WriteString("papier"u8, l.Papier);
        w.WriteString("cumul"u8, l.Cumul);
        w.WriteString("regle"u8, l.Regle.Code);
        w.WritePropertyName("echeances"u8);
        EcritureJson.Echeances(w, l.Versements);
        w.WriteEndObject();
    }

    static void Chiffre(Utf8JsonWriter w, ChiffreDuDocument x)
    {
        w.WriteStartObject();
        w.WriteString("code"u8, x.Code);
        w.WriteString("sujet"u8, x.Sujet);
        w.WriteString("imprime"u8, x.Imprime);
        w.WriteString("calcule"u8, x.Calcule);
        w.WriteString("concordance"u8, EcritureJson.Nom(x.Concordance));
        w.WriteString("lecture"u8, x.Lecture);
        w.WriteStartArray("releve"u8);
        foreach (string id in x.Releve) w.WriteStringValue(id);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    static void Annee(Utf8JsonWriter w, AnneeCalculee a)
    {
        w.WriteString("reponse"u8, "calculee");
        EcritureJson.Centimes(w, "plafond_centimes", a.Plafond);
        EcritureJson.Centimes(w, "plafond_brut_centimes", a.PlafondBrut);
        EcritureJson.Centimes(w, "assiette_rafp_libre_centimes", a.PlafondRafp);
        EcritureJson.Centimes(w, "brut_centimes", a.Brut);
        EcritureJson.Centimes(w, "net_estime_centimes", a.NetEstime);
        EcritureJson.Centimes(w, "compensation_centimes", a.Compensation);
        EcritureJson.Centimes(w, "rafp_centimes", a.Rafp);
        EcritureJson.Centimes(w, "exonere_centimes", a.Exonere);
        EcritureJson.Centimes(w, "imposable_centimes", a.Imposable);
        w.WriteStartArray("lignes"u8);
        foreach (LigneFiscale l in a.Lignes)
        {
            w.WriteStartObject();
            w.WriteString("mois"u8, l.Mois.ToString());
            w.WriteString("objet"u8, l.Objet);
            EcritureJson.Centimes(w, "brut_centimes", l.Retenue.Brut);
            EcritureJson.Centimes(w, "csg_centimes", l.Retenue.Csg);
            EcritureJson.Centimes(w, "crds_centimes", l.Retenue.Crds);
            EcritureJson.Centimes(w, "net_estime_centimes", l.Retenue.Net);
            EcritureJson.Centimes(w, "compensation_centimes", l.Compensation);
            EcritureJson.Centimes(w, "assiette_rafp_centimes", l.AssietteRafp);
            EcritureJson.Centimes(w, "rafp_centimes", l.Rafp);
            EcritureJson.Centimes(w, "net_apres_rafp_centimes", l.NetApresRafp);
            EcritureJson.Centimes(w, "exonere_centimes", l.Exonere);
            EcritureJson.Centimes(w, "imposable_centimes", l.Imposable);
            EcritureJson.Centimes(w, "cumul_exonere_centimes", l.CumulExonere);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        EcritureJson.Trace(w, a.Trace);
    }
}
