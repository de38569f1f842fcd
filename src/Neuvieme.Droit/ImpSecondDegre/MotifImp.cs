namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Motif de l'IMP du second degré.</summary>
public abstract record MotifImp : Motif
{
    private protected MotifImp(string code, Regle regle, Gravite gravite)
        : base(code, regle, gravite)
    {
    }

    private protected static KeyValuePair<string, string> Donnee(string nom, string valeur) => new(nom, valeur);
}
