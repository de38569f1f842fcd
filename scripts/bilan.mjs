// Lit les rapports CTRF des exécutables de tests, nomme les échecs et termine par la ligne de bilan.
// usage : node bilan.mjs DOSSIER FILTRE(oui|non) PROJET…   lit PROJET.json, PROJET.code, PROJET.log
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [dossier, filtre, ...projets] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const lire = (nom) => (existsSync(join(dossier, nom)) ? readFileSync(join(dossier, nom), 'utf8') : '');
const fin = (texte, lignes) => texte.trimEnd().split('\n').slice(-lignes).join('\n');

function rapport(projet) {
  try { return JSON.parse(lire(`${projet}.json`)).results; } catch { return null; }
}

for (const projet of projets) {
  const code = Number(lire(`${projet}.code`) || 1);
  const journal = lire(`${projet}.log`);
  const r = rapport(projet);
  let { passed = 0, failed = 0, skipped = 0, pending = 0 } = r?.summary ?? {};
  skipped += pending;

  for (const t of r?.tests ?? []) {
    if (t.status === 'failed') {
      console.log(`\nÉCHEC ${t.name}\n${(t.message ?? '').trimEnd()}\n${(t.trace ?? '').trimEnd()}`);
    }
  }

  // Une panne hors d'un test (fixture qui ne se libère pas, arrêt brutal, délai dépassé, aucun test) vaut un échec.
  const pannes = (r?.extra?.suites ?? []).flatMap((s) => s.errors ?? [])
    .map((e) => `${e.type ?? 'erreur'} ${e.name ?? ''}`);
  if (code === 124 || code === 137) pannes.push('délai dépassé');
  else if (!r) pannes.push(`arrêt brutal (code ${code})`);
  else if (code !== 0 && failed + pannes.length === 0) pannes.push(`code de sortie ${code} sans échec déclaré`);
  else if (passed + failed + skipped === 0 && filtre !== 'oui') pannes.push('aucun test exécuté');
  if (pannes.length > 0) {
    console.log(`\nPANNE ${projet} : ${pannes.join(' ; ')}\n${fin(journal, 40)}`);
    failed += pannes.length;
  }

  const motifs = new Map();
  for (const t of r?.tests ?? []) {
    if (t.status !== 'skipped' && t.status !== 'pending') continue;
    const motif = t.extra?.reason ?? t.message ?? 'sans raison';
    motifs.set(motif, (motifs.get(motif) ?? 0) + 1);
  }
  const secondes = r ? ((r.summary.stop - r.summary.start) / 1000).toFixed(1) : '?';
  console.log(`${projet} : ${passed} réussis, ${failed} en échec, ${skipped} ignorés (${secondes} s)`);
  for (const [motif, n] of motifs) console.log(`  ${n} × ${motif}`);

  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

if (total.passed + total.failed === 0) {
  console.log('\nPANNE : aucun test n\'a été exécuté');
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
