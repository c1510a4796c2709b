//! Where content files come from: the municipality's own folder, else the files that ship inside the program.
//! Not here: what stands in them.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use serde::de::DeserializeOwned;

#[derive(rust_embed::Embed)]
#[folder = "content"]
struct Shipped;

/// A content file, with the name to show in errors.
#[derive(Debug, Clone)]
pub struct ContentFile {
    /// The path as an administrator knows it.
    pub path: String,
    /// The text.
    pub text: String,
}

impl ContentFile {
    /// Reads the file as TOML; an error names the file and the line.
    pub fn parse<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        toml::from_str(&self.text)
            .map_err(|error| self.fault(error.span().unwrap_or_default().start, error.message()))
    }

    /// Says what is wrong at this byte of the file, by line.
    #[must_use]
    pub fn fault(&self, at: usize, words: &str) -> anyhow::Error {
        let line = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        anyhow!("{}, line {line}: {words}", self.path)
    }
}

/// A place that content files come from.
#[derive(Debug, Clone)]
pub struct Content {
    folder: Option<PathBuf>,
}

impl Content {
    /// The folder's files, or the shipped ones without a folder.
    #[must_use]
    pub fn open(folder: Option<&Path>) -> Self {
        Self { folder: folder.map(Path::to_path_buf) }
    }

    /// One file, such as `posts.toml`. A file that the folder lacks comes from the shipped ones.
    pub fn file(&self, name: &str) -> anyhow::Result<ContentFile> {
        if let Some(path) = self.folder.as_ref().map(|folder| folder.join(name)).filter(|path| path.exists())
        {
            return read(&path);
        }
        let shipped = Shipped::get(name).with_context(|| format!("there is no content file {name}"))?;
        let text =
            String::from_utf8(shipped.data.into_owned()).with_context(|| format!("{name} is not UTF-8"))?;
        Ok(ContentFile { path: format!("content/{name}"), text })
    }

    /// The bytes of one file that is no text, such as `certificate.docx`, with the path to show in errors.
    pub fn bytes(&self, name: &str) -> anyhow::Result<(String, Vec<u8>)> {
        if let Some(path) = self.folder.as_ref().map(|folder| folder.join(name)).filter(|path| path.exists())
        {
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            return Ok((path.display().to_string(), bytes));
        }
        let shipped = Shipped::get(name).with_context(|| format!("there is no content file {name}"))?;
        Ok((format!("content/{name}"), shipped.data.into_owned()))
    }

    /// The `.toml` files of a subfolder, by name. If the municipality has that subfolder, only its files count.
    pub fn folder(&self, name: &str) -> anyhow::Result<Vec<ContentFile>> {
        if let Some(path) = self.folder.as_ref().map(|folder| folder.join(name)).filter(|path| path.is_dir())
        {
            let entries =
                std::fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
            paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
            paths.sort();
            return paths.iter().map(|path| read(path)).collect();
        }
        let prefix = format!("{name}/");
        Shipped::iter()
            .filter(|path| path.starts_with(&prefix) && path.ends_with(".toml"))
            .map(|path| Self { folder: None }.file(&path))
            .collect()
    }
}

fn read(path: &Path) -> anyhow::Result<ContentFile> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(ContentFile { path: path.display().to_string(), text: text.trim_start_matches('\u{feff}').to_owned() })
}
