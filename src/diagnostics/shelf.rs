//! The questionnaires on offer and every version anybody ever began: read from files, published into the database.
//! Not here: what stands in a questionnaire.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, anyhow, bail};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::{
    questionnaire::{Questionnaire, parse},
    store,
};
use crate::{content::Content, db::Db, units::Catalogue};

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
pub fn read_questionnaires(content: &Content, _catalogue: &Catalogue) -> anyhow::Result<Vec<Version>> {
    let mut paths: BTreeMap<String, String> = BTreeMap::new();
    let mut versions = Vec::new();
    for file in content.folder("questionnaires")? {
        let questionnaire = parse(&file.text).map_err(|error| anyhow!(error.in_file(&file.path)))?;
        if let Some(other) = paths.insert(questionnaire.id.clone(), file.path.clone()) {
            bail!(
                "{}: the id “{}” is already used in {other}",
                file.path,
                questionnaire.id
            );
        }
        versions.push(Version {
            hash: hash_of(&file.text),
            text: file.text,
            questionnaire,
        });
    }
    Ok(versions)
}

fn hash_of(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
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
        Ok(Self(Arc::new(Inner {
            current,
            earlier: Mutex::default(),
        })))
    }

    /// The versions on offer, in the order of the files.
    #[must_use]
    pub fn current(&self) -> &[Arc<Version>] {
        &self.0.current
    }

    /// The version on offer of the questionnaire with this id.
    #[must_use]
    pub fn find_current(&self, questionnaire: &str) -> Option<&Arc<Version>> {
        self.0
            .current
            .iter()
            .find(|version| version.questionnaire.id == questionnaire)
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
        let version = Arc::new(Version {
            hash: hash.to_owned(),
            text,
            questionnaire,
        });
        self.earlier().insert(hash.to_owned(), Arc::clone(&version));
        Ok(version)
    }

    fn known(&self, hash: &str) -> Option<Arc<Version>> {
        let current = self.0.current.iter().find(|version| version.hash == hash);
        current.cloned().or_else(|| self.earlier().get(hash).cloned())
    }

    fn earlier(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Version>>> {
        self.0.earlier.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
