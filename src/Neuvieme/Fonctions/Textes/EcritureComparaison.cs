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
        Centimes(w, "brut_centimes", l.Valeur.Brut);
        Centimes(w, "net_estime_centimes", l.Net);
        if (l.Heures is { } h) w.WriteNumber("heures"u8, h);
        else w.WriteNull("heures"u8);
        Centimes(w, "brut_par_heure_centimes", l.BrutParHeure);
        Centimes(w, "net_par_heure_centimes", l.NetParHeure);
        Centimes(w, "pour_heures_centimes", l.PourHeures);
        w.WriteString("regime"u8, EcritureJson.Nom(l.Regime));
        Centimes(w, "rafp_non_compensee_centimes", l.RafpNonCompensee);
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
        Centimes(w, "plafond_centimes", a.Plafond);
        Centimes(w, "plafond_brut_centimes", a.PlafondBrut);
        Centimes(w, "assiette_rafp_libre_centimes", a.PlafondRafp);
        Centimes(w, "brut_centimes", a.Brut);
        Centimes(w, "net_estime_centimes", a.NetEstime);
        Centimes(w, "compensation_centimes", a.Compensation);
        Centimes(w, "rafp_centimes", a.Rafp);
        Centimes(w, "exonere_centimes", a.Exonere);
        Centimes(w, "imposable_centimes", a.Imposable);
        w.WriteStartArray("lignes"u8);
        foreach (LigneFiscale l in a.Lignes)
        {
            w.WriteStartObject();
            w.WriteString("mois"u8, l.Mois.ToString());
            w.WriteString("objet"u8, l.Objet);
            Centimes(w, "brut_centimes", l.Retenue.Brut);
            Centimes(w, "csg_centimes", l.Retenue.Csg);
            Centimes(w, "crds_centimes", l.Retenue.Crds);
            Centimes(w, "net_estime_centimes", l.Retenue.Net);
            Centimes(w, "compensation_centimes", l.Compensation);
            Centimes(w, "assiette_rafp_centimes", l.AssietteRafp);
            Centimes(w, "rafp_centimes", l.Rafp);
            Centimes(w, "net_apres_rafp_centimes", l.NetApresRafp);
            Centimes(w, "exonere_centimes", l.Exonere);
            Centimes(w, "imposable_centimes", l.Imposable);
            Centimes(w, "cumul_exonere_centimes", l.CumulExonere);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        EcritureJson.Trace(w, a.Trace);
    }

    static void Centimes(Utf8JsonWriter w, string nom, Montant? montant)
    {
        if (montant is { } m) w.WriteNumber(nom, m.Centimes);
        else w.WriteNull(nom);
    }
}
