//! The words on the screens: Fluent files from `locales/`, one per capability and language.
//! Not here: any word itself, and which language a person prefers.

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
    sync::Arc,
};

use anyhow::{Context, anyhow};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};

use crate::messenger::Markup;

#[derive(rust_embed::Embed)]
#[folder = "locales"]
struct Locales;

/// The languages the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Russian, the first and the fallback.
    #[default]
    Ru,
    /// English.
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The folder in `locales/`, which is also the stored word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Reads a BCP 47 tag such as `en-GB`; anything unknown is `None`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

/// An argument of a text.
#[derive(Clone)]
pub enum Arg {
    /// Words, escaped where the text is markup.
    Words(String),
    /// Markup of our own, inserted as it is.
    Markup(Markup),
    /// A number: plurals depend on it.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
impl From<&String> for Arg {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}
impl From<Markup> for Arg {
    fn from(markup: Markup) -> Self {
        Self::Markup(markup)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

type Bundle = FluentBundle<FluentResource>;

/// All the words in one language; cheap to clone.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    bundles: Arc<HashMap<Language, Bundle>>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Texts({})", self.language.code())
    }
}

impl Texts {
    /// Reads every file of every language; fails at start on the first one that does not parse.
    pub fn load() -> anyhow::Result<Self> {
        let mut bundles = HashMap::new();
        for language in Language::ALL {
            bundles.insert(language, load_language(language)?);
        }
        Ok(Self { language: Language::default(), bundles: Arc::new(bundles) })
    }

    /// The same words in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        Self { language, bundles: Arc::clone(&self.bundles) }
    }

    /// The language of these words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text with markup; words among the arguments are escaped. Called through `text!`.
    #[must_use]
    pub fn markup(&self, key: &str, args: &[(&'static str, Arg)]) -> Markup {
        Markup::trusted(self.format(key, args, |arg| match arg {
            Arg::Words(words) => Markup::plain(words).as_str().to_owned().into(),
            Arg::Markup(markup) => markup.as_str().to_owned().into(),
            Arg::Number(number) => (*number).into(),
        }))
    }

    /// A text without markup, for buttons and toasts. Called through `label!`.
    #[must_use]
    pub fn plain(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.format(key, args, |arg| match arg {
            Arg::Words(words) => words.clone().into(),
            Arg::Markup(markup) => markup.visible().into(),
            Arg::Number(number) => (*number).into(),
        })
    }

    fn format(
        &self,
        key: &str,
        args: &[(&'static str, Arg)],
        value: impl Fn(&Arg) -> FluentValue<'static>,
    ) -> String {
        let args: FluentArgs = args.iter().map(|(name, arg)| (*name, value(arg))).collect();
        for language in [self.language, Language::default()] {
            let Some(bundle) = self.bundles.get(&language) else {
                continue;
            };
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            if !errors.is_empty() {
                tracing::error!(key, language = language.code(), "a text lacks an argument");
            }
            return text;
        }
        tracing::error!(key, "a text is missing");
        "…".to_owned()
    }
}

fn load_language(language: Language) -> anyhow::Result<Bundle> {
    let identifier = language.code().parse().context("the language code is a valid identifier")?;
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    for path in Locales::iter().filter(|path| path.starts_with(language.code()) && path.ends_with(".ftl")) {
        let file = Locales::get(&path).with_context(|| format!("the file {path} is readable"))?;
        let source = String::from_utf8(file.data.into_owned()).with_context(|| format!("{path} is UTF-8"))?;
        let resource = FluentResource::try_new(source).map_err(|(_, errors)| describe(&path, &errors))?;
        bundle.add_resource(resource).map_err(|errors| describe(&path, &errors))?;
    }
    Ok(bundle)
}

fn describe<E: fmt::Display>(path: &str, errors: &[E]) -> anyhow::Error {
    let mut words = format!("locales/{path}:");
    for error in errors {
        let _ = write!(words, " {error};");
    }
    anyhow!(words)
}

/// A text with markup: `text!(texts, "people-menu-title", name = first_name)`.
#[macro_export]
macro_rules! text {
    ($texts:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $texts.markup($key, &[$((stringify!($name), $crate::texts::Arg::from($value))),*])
    };
}

/// A text without markup, for buttons and toasts: `label!(texts, "people-menu-help")`.
#[macro_export]
macro_rules! label {
    ($texts:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $texts.plain($key, &[$((stringify!($name), $crate::texts::Arg::from($value))),*])
    };
}
