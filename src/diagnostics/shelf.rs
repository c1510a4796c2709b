//! The questionnaires on offer and every version anybody ever began: read from files, published into the database.
//! Not here: what stands in a questionnaire.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, anyhow, bail};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use uuid::Uuid;

use super::{
    questionnaire::{Condition, Fault, ParseError, Questionnaire, parse},
    store,
};
use crate::{
    content::Content,
    db::{Db, Tx},
    units::Catalogue,
};

/// One version of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// SHA-256 of its text, in hexadecimal.
    pub hash: String,
    /// The text of the file.
    pub text: String,
    /// What it says.
    pub questionnaire: Questionnaire,
}

/// Reads and checks every questionnaire file; the first broken one ends it, with file and lines.
pub fn read_questionnaires(content: &Content, catalogue: &Catalogue) -> anyhow::Result<Vec<Version>> {
    let mut paths: BTreeMap<String, String> = BTreeMap::new();
    let mut versions = Vec::new();
    for file in content.folder("questionnaires")? {
        let in_file = |error: ParseError| anyhow!(error.in_file(&file.path));
        let questionnaire = parse(&file.text).map_err(in_file)?;
        unknown_names(&file.text, &questionnaire, catalogue).map_err(in_file)?;
        if let Some(other) = paths.insert(questionnaire.id.clone(), file.path.clone()) {
            bail!("{}: the id “{}” is already used in {other}", file.path, questionnaire.id);
        }
        versions.push(Version { hash: hash_of(&file.text), text: file.text, questionnaire });
    }
    Ok(versions)
}

/// Posts and subjects that conditions name and the catalogue lacks: such a condition could never hold.
fn unknown_names(text: &str, questionnaire: &Questionnaire, catalogue: &Catalogue) -> Result<(), ParseError> {
    let mut faults = Vec::new();
    for condition in questionnaire.conditions() {
        let (names, kind): (&[String], _) = match condition {
            Condition::Posts(posts) => (posts, "post"),
            Condition::Subjects(subjects) => (subjects, "subject"),
            _ => continue,
        };
        for name in names {
            let known = match kind {
                "post" => catalogue.post(name).is_some(),
                _ => catalogue.subject(name).is_some(),
            };
            if !known {
                let quoted = format!("\"{name}\"");
                let line = text.lines().position(|line| line.contains(&quoted)).unwrap_or_default() + 1;
                faults
                    .push(Fault { line, what: format!("there is no {kind} “{name}” in the catalogue") });
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(ParseError { faults }) }
}

/// Publishes the text of a questionnaire for the people of one municipality; returns the hash of the version.
///
/// # Errors
/// Where the text is none of a questionnaire: whoever made it has checked that.
pub async fn offer(
    tx: &mut Tx,
    text: &str,
    municipality: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<String> {
    let questionnaire = parse(text).context("a questionnaire that was made here")?;
    let version = Version { hash: hash_of(text), text: text.to_owned(), questionnaire };
    store::add_version(tx, &version, now).await?;
    store::save_offer(tx, (&version.questionnaire.id, &version.hash), municipality, now).await?;
    Ok(version.hash)
}

fn hash_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The published questionnaires; cheap to clone.
#[derive(Clone)]
pub struct Shelf(Arc<Inner>);

struct Inner {
    current: Vec<Arc<Version>>,
    /// Versions that somebody began before the files changed, parsed once.
    earlier: Mutex<HashMap<String, Arc<Version>>>,
}

impl Shelf {
    /// Publishes what is new; what is there already stays as it is, whoever published it.
    pub async fn publish(db: &Db, versions: Vec<Version>, now: DateTime<Utc>) -> anyhow::Result<Self> {
        let mut tx = db.begin().await?;
        for version in &versions {
            store::add_version(&mut tx, version, now).await?;
        }
        tx.commit().await?;
        let current = versions.into_iter().map(Arc::new).collect();
        Ok(Self(Arc::new(Inner { current, earlier: Mutex::default() })))
    }

    /// The versions on offer, in the order of the files.
    #[must_use]
    pub fn current(&self) -> &[Arc<Version>] {
        &self.0.current
    }

    /// The version on offer of the questionnaire with this id.
    #[must_use]
    pub fn find_current(&self, questionnaire: &str) -> Option<&Arc<Version>> {
        self.0.current.iter().find(|version| version.questionnaire.id == questionnaire)
    }

    /// The version with this hash, on offer or not.
    pub async fn version(&self, db: &Db, hash: &str) -> anyhow::Result<Arc<Version>> {
        if let Some(version) = self.known(hash) {
            return Ok(version);
        }
        let text = store::find_version_text(db, hash).await?;
        let text = text.with_context(|| format!("the version {hash} was never published"))?;
        let questionnaire =
            parse(&text).with_context(|| format!("the published version {hash} is broken"))?;
        let version = Arc::new(Version { hash: hash.to_owned(), text, questionnaire });
        self.earlier().insert(hash.to_owned(), Arc::clone(&version));
        Ok(version)
    }

    /// What a municipality offers to its own people, the oldest offer first.
    pub async fn offered(&self, db: &Db, municipality: Uuid) -> anyhow::Result<Vec<Arc<Version>>> {
        let mut versions = Vec::new();
        for hash in store::list_offers(db, municipality).await? {
            versions.push(self.version(db, &hash).await?);
        }
        Ok(versions)
    }

    fn known(&self, hash: &str) -> Option<Arc<Version>> {
        let current = self.0.current.iter().find(|version| version.hash == hash);
        current.cloned().or_else(|| self.earlier().get(hash).cloned())
    }

    fn earlier(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Version>>> {
        self.0.earlier.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> anyhow::Result<Vec<Version>> {
        let folder = tempfile::tempdir()?;
        std::fs::create_dir(folder.path().join("questionnaires"))?;
        std::fs::write(folder.path().join("questionnaires/a.toml"), text)?;
        std::fs::write(folder.path().join("questionnaires").join(name), text)?;
        let content = Content::open(Some(folder.path()));
        read_questionnaires(&content, &Catalogue::read(&content)?)
    }

    fn sample(condition: &str) -> String {
        format!(
            "format = 1\nid = \"a\"\ntitle = \"А\"\nsummary = \"А\"\nminutes = 1\nintro = \"А\"\nsource = \"self_rated\"\n\
             when = [{condition}]\n[[area]]\nid = \"a\"\ntitle = \"А\"\nshort = \"А\"\n[[area.question]]\nid = \"q\"\n\
             kind = \"text\"\ntext = \"Что?\"\nmax_chars = 9\n"
        )
    }

    #[test]
    fn posts_and_subjects_that_nobody_knows_are_told_with_their_line() {
        assert!(
            read("a.toml", &sample("{ posts = [\"teacher\"] }, { subjects = [\"mathematics\"] }")).is_ok()
        );
        for (condition, words) in
            [("{ posts = [\"wizard\"] }", "post"), ("{ subjects = [\"magic\"] }", "subject")]
        {
            let error = read("a.toml", &sample(condition)).expect_err("nobody knows it").to_string();
            assert!(error.contains("a.toml:8: ") && error.contains(words), "{error}");
        }
    }

    #[test]
    fn two_files_with_one_id_are_refused() {
        let error = read("b.toml", &sample("")).expect_err("the id is taken").to_string();
        assert!(error.contains("b.toml") && error.contains("a.toml"), "{error}");
    }
}
