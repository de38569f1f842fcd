using System.Text.Json.Nodes;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Lettres.Suivre;

/// <summary>Les données de la page qui dit qui a signé une lettre, quand et comment : celles de la base, en toutes lettres.</summary>
public static class CertificatDeLettre
{
    static readonly System.Globalization.NumberFormatInfo Milliers = new() { NumberGroupSeparator = "\u202f" };

    public const string Modele = "certificat";

    public static JsonObject Donnees(Lettre lettre, IReadOnlyList<EvenementDeLettre> evenements, string derniereEmpreinte, string adresse, string qr, Horloge horloge)
    {
        var imprime = JsonNode.Parse(lettre.Donnees)!.AsObject();
        JsonNode? Copie(string cle) => imprime[cle]?.DeepClone();
        var jour = horloge.Aujourdhui;
        return new()
        {
            ["titre"] = $"Certificat de signature — {Copie("reference")}",
            ["reference"] = $"{Copie("reference")}-C",
            ["etablieLe"] = new JsonObject { ["annee"] = jour.Year, ["mois"] = jour.Month, ["jour"] = jour.Day },
            ["annee"] = Copie("annee"),
            ["academie"] = Copie("academie"),
            ["etablissement"] = Copie("etablissement") ?? new JsonObject { ["nom"] = Copie("academie"), ["lignes"] = new JsonArray() },
            ["document"] = new JsonObject
            {
                ["titre"] = Copie("titre"), ["reference"] = $"{Copie("reference")}, version {lettre.Numero}",
                ["taille"] = $"{lettre.Pdf.Length.ToString("#,0", Milliers)} octets", ["empreinte"] = lettre.Sha256,
            },
            ["signatures"] = new JsonArray([.. lettre.Signatures.OrderBy(s => s.InstantUtc).ThenBy(s => s.Id).Select(s => (JsonNode)new JsonObject
            {
                ["nom"] = s.Nom, ["role"] = s.Qualite, ["instant"] = s.Moyen == MoyenDeSignature.Papier ? Francais.Date(Horloge.AParis(s.InstantUtc)) : Instant(s.InstantUtc), ["authentification"] = s.Moyen.Libelle(),
                ["adresse"] = s.Adresse, ["agentUtilisateur"] = s.Navigateur, ["consentement"] = s.Consentement, ["empreinteLue"] = s.Sha256, ["empreinte"] = "",
            })]),
            ["evenements"] = new JsonArray([.. evenements.Where(e => !e.Genre.EstReserve()).Select(e => (JsonNode)new JsonObject { ["instant"] = $"{Francais.DateBreve(Horloge.AParis(e.InstantUtc))} {Horloge.HeureDeParis(e.InstantUtc):HH:mm:ss}", ["qui"] = e.Auteur, ["quoi"] = e.Genre.Libelle() + (e.Genre == GenreDEvenement.SigneeSurPapier ? " : " + e.Detail : ""), ["trace"] = "" })]),
            ["derniereEmpreinte"] = derniereEmpreinte,
            ["verification"] = new JsonObject { ["empreinte"] = lettre.Code, ["adresse"] = adresse, ["image"] = qr },
        };
    }

    /// <summary>À la seconde, à Paris et en temps universel : dix ans après, nul n'a à deviner le fuseau.</summary>
    static string Instant(DateTime utc) => $"{Francais.Date(Horloge.AParis(utc))} à {Horloge.HeureDeParis(utc):HH:mm:ss} (Paris), {utc:HH:mm:ss} UTC";
}
