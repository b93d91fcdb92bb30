#include "vectora/ops/snapshot/readme.h"

namespace vectora::ops::snapshot {
namespace {

std::string what_lies_in(Area area) {
  switch (area) {
    case Area::kConfig: return "clients, market pack, registry";
    case Area::kData: return "captures, items, run records, state, sent memory, labels";
    case Area::kNewsletters: return "newsletters as they were delivered";
    case Area::kLambdaCode: return "releases";
    case Area::kWorkspace: return "clients and market pack of the workspace";
  }
  return {};
}

std::string table(const Manifest& manifest) {
  std::string rows = "| part | objects | bytes | what |\n|---|---:|---:|---|\n";
  for (const AreaContents& contents : manifest.areas)
    rows += "| " + std::string(to_string(contents.area)) + " | " +
            std::to_string(contents.objects) + " | " + std::to_string(contents.bytes) + " | " +
            what_lies_in(contents.area) + " |\n";
  return rows;
}

std::string scope(const Manifest& manifest) {
  if (!manifest.since) return "All data and newsletters.\n";
  return "Data and newsletters from " + manifest.since->str() +
         " on, and the bodies that they name; restoring leaves what is older alone.\n";
}

std::string commands(const Manifest& manifest) {
  const std::string options = " --env " + manifest.environment + " --name " + manifest.name;
  return "    vectora snapshot verify" + options +
         "\n"
         "    vectora snapshot diff" +
         options +
         "\n"
         "    vectora snapshot restore" +
         options +
         " --dry-run\n"
         "    vectora snapshot restore" +
         options +
         "\n"
         "    vectora snapshot restore" +
         options +
         " --only 'config/**'\n"
         "    vectora snapshot restore" +
         options + " --to OTHER_ENVIRONMENT\n";
}

}  // namespace

std::string readme(const Manifest& manifest) {
  return "# Snapshot " + manifest.name + "\n\n" + manifest.project + ", environment " +
         manifest.environment + ", " + manifest.created_at.str() +
         (manifest.why.empty() ? "" : ": " + manifest.why) + "\n\n" + table(manifest) + "\n" +
         scope(manifest) +
         "\n## Restore\n\n"
         "In the workspace (the folder with vectora.yaml):\n\n" +
         commands(manifest) +
         "\n`restore` makes the parts above exactly as they were: it writes what is missing or "
         "different and removes\nwhat was not there. It takes a snapshot of the present state "
         "first, and reads back what it wrote.\nSnapshots and history stay as they are.\n"
         "\n## Without the program\n\n"
         "`manifest.json` names pages by their SHA-256. A page, like every content, lies in\n"
         "`snapshots/objects/{first two digits}/{sha256}` of the same bucket, compressed:\n\n"
         "    zstd -d < snapshots/objects/ab/abcd... > page.json\n\n"
         "A page lists `key` and `sha256` of each object; the object's bytes lie under that "
         "digest in the same way.\n`sha256sum` of what comes out gives the name.\n";
}

}  // namespace vectora::ops::snapshot
