using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Pose une question de versement et écrit sa réponse : tableau ou JSON si elle est accordée, sinon chaque motif et le code 2.</summary>
static class SortieVersement
{
    public static int Repondre<T>(Func<Reponse<T>> question, bool json, Action<Utf8JsonWriter, T> enJson, Action<T> enTableau)
        where T : class
    {
        Reponse<T> reponse;
        try
        {
            reponse = question();
        }
        catch (EntreeInvalideException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }

        if (reponse.Resultat is not { } resultat)
        {
            foreach (Motif m in reponse.Motifs) Console.Error.WriteLine($"{m.Phrase} [{m.Code} ; {m.Source}]");
            return 2;
        }

        if (json)
        {
            VerbeDroit.Ecrire(w =>
            {
                w.WriteStartObject();
                enJson(w, resultat);
                EcritureJson.Motifs(w, "alertes", reponse.Alertes);
                EcritureJson.Trace(w, reponse.Trace);
                w.WriteEndObject();
            });
            return 0;
        }

        enTableau(resultat);
        foreach (Motif a in reponse.Alertes) Console.WriteLine($"Alerte : {a.Phrase} [{a.Source}]");
        return 0;
    }
}
