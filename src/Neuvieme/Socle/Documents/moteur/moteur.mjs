// Rend les modèles Typst en PDF/UA-1, ou en PDF/A-2a pour l'archive : un processus, une requête à la fois.
// Entrée : une ligne JSON {id, modele, donnees, norme?, source?, demande?}. Sortie : une ligne JSON {id, octets, remplaces} suivie des octets du PDF
// (d'un SVG pour demande « image », de JSON pour « inventaire »), ou {id, erreur, fichier, ligne}. La sortie standard ne porte rien d'autre.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { couverture, rendreAffichable } from './caracteres.mjs';

// Typst télécharge les paquets « @preview » : ce mandataire muet l'en empêche, un document ne dépend pas du réseau. Ni des paquets posés sur la machine.
for (const v of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) process.env[v] = process.env[v.toLowerCase()] = 'http://127.0.0.1:9';
for (const v of ['XDG_DATA_HOME', 'XDG_CACHE_HOME']) process.env[v] = '/nulle-part';

if (Number.parseInt(process.versions.node, 10) < 18) {
  process.stdout.write(`${JSON.stringify({ pret: false, node: process.versions.node })}\n`);
  process.exit(3);
}

const [modules, modeles] = process.argv.slice(2).map(c => resolve(c));
const polices = ['400Regular', '400Regular_Italic', '600SemiBold']
  .map(p => readFileSync(join(modules, 'node_modules/@expo-google-fonts/source-sans-3', p, `SourceSans3_${p}.ttf`)));
const { NodeCompiler } = createRequire(join(modules, 'package.json'))('@myriaddreamin/typst-ts-node-compiler');
const compilateur = NodeCompiler.create({ workspace: modeles, fontArgs: [{ fontBlobs: polices }] });
const affichables = couverture(polices);
// Le compilateur n'en déclare qu'une par fichier. La norme a-2a garde le balisage, mais pas la marque de PDF/UA.
const normes = ['ua-1', 'a-2a'];

class Echec extends Error {
  constructor(message, fichier, ligne) { super(message); Object.assign(this, { fichier, ligne }); }
}

function resultat(moteur, fichier) {
  const compilation = moteur.compile({ mainFilePath: fichier, resetRead: true });
  if (!compilation.hasError()) return compilation.result;
  const d = moteur.fetchDiagnostics(compilation.takeDiagnostics() ?? compilation.takeError()).find(d => d.severity === 1);
  throw new Echec(d?.message ?? 'modèle illisible', basename(d?.path ?? fichier), (d?.range?.start?.line ?? 0) + 1);
}

function compiler(fichier, donnees) {
  // Par un fichier plutôt que par « inputs » : changer ceux-ci fait recomposer jusqu'aux phrases communes à toutes les lettres.
  compilateur.mapShadow(join(modeles, 'donnees.json'), Buffer.from(donnees));
  return [compilateur, resultat(compilateur, fichier)];
}

// Une source écrite hors du projet se compile dans un dossier qui n'existe pas : elle n'y lit que les trois fichiers posés là pour elle, en mémoire,
// et ce que l'académie d'avant y avait est retiré d'abord.
const clos = '/modele-de-l-academie';
let ferme;
const inventaire = modele => `#import "base.typ": phrases-communes\n#import "${modele}.typ": origine, valeurs\n#metadata((phrases: origine.pairs(), communes: phrases-communes.keys(), reperes: valeurs.keys())) <inventaire>\n`;
function compilerEnClos(modele, source, donnees, principal) {
  ferme ??= NodeCompiler.create({ workspace: clos, fontArgs: [{ fontBlobs: polices }] });
  ferme.resetShadow();
  const poser = (nom, contenu) => ferme.mapShadow(join(clos, nom), Buffer.from(contenu));
  poser('base.typ', readFileSync(join(modeles, 'base.typ')));
  poser('donnees.json', donnees);
  poser(`${modele}.typ`, source);
  if (principal) poser('inventaire.typ', principal);
  return [ferme, resultat(ferme, join(clos, principal ? 'inventaire.typ' : `${modele}.typ`))];
}

function rendre({ modele, donnees, norme = 'ua-1', source = null, demande = 'pdf' }) {
  if (!normes.includes(norme)) throw new Echec(`norme inconnue : ${norme} ; connues : ${normes.join(', ')}`);
  const fichier = join(modeles, `${modele}.typ`);
  if (!/^[a-z0-9-]+$/.test(modele) || !existsSync(fichier)) throw new Echec(`modèle introuvable : ${modele}`);
  const { texte, remplaces } = rendreAffichable(donnees, affichables);
  const livree = () => readFileSync(fichier, 'utf8');
  const [moteur, document] = demande === 'inventaire' ? compilerEnClos(modele, source ?? livree(), texte, inventaire(modele))
    : source !== null ? compilerEnClos(modele, source, texte) : compiler(fichier, texte);
  if (demande === 'inventaire') return { octets: Buffer.from(JSON.stringify(moteur.query(document, { selector: '<inventaire>' })[0].value)), remplaces };
  try {
    const pdf = moteur.pdf(document, { pdfStandard: norme });
    return { octets: demande === 'image' ? Buffer.from(moteur.plainSvg(document)) : pdf, remplaces };
  } catch (e) {
    throw new Echec([...e.message.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(m => m[1]).join(' ; ') || e.message, basename(fichier));
  }
}

// Un tube plein peut refuser l'écriture (EAGAIN) au lieu d'attendre.
const sommeil = new Int32Array(new SharedArrayBuffer(4));
function ecrire(octets) {
  for (let fait = 0; fait < octets.length;) {
    try { fait += writeSync(1, octets, fait); } catch (e) { if (e.code !== 'EAGAIN') throw e; Atomics.wait(sommeil, 0, 0, 1); }
  }
}
const repondre = (entete, corps = Buffer.alloc(0)) => ecrire(Buffer.concat([Buffer.from(`${JSON.stringify(entete)}\n`), corps]));

let rendus = 0;
repondre({ pret: true });
for await (const ligne of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let id = null;
  try {
    const requete = JSON.parse(ligne);
    id = requete.id;
    const { octets, remplaces } = rendre(requete);
    repondre({ id, octets: octets.length, remplaces }, octets);
  } catch (e) {
    repondre({ id, erreur: e.message, fichier: e.fichier, ligne: e.ligne });
  }
  // Une trentaine de documents d’âge : les morceaux communs restent, la mémoire plafonne. Trier le cache à chaque document coûterait un huitième de la lettre.
  if (++rendus % 10 === 0) (ferme ?? compilateur).evictCache(3);
}
