//! The real program as a process of its own: it can be killed, its log can be read.

use std::{
    io::Read,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use sandbox::Sandbox;

/// `metodist serve` beside the test.
pub struct Process {
    child: Child,
    log: Arc<Mutex<Vec<u8>>>,
}

impl Process {
    /// Starts serving on this database.
    pub fn serve(sandbox: &Sandbox, database_url: &str, log_filter: &str) -> Self {
        let mut command = command(sandbox.token(), &sandbox.api_url(), database_url);
        command.arg("serve").env("RUST_LOG", log_filter);
        Self::start(command)
    }

    /// Starts this command and reads its log along.
    pub fn start(mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program starts");
        let log = Arc::new(Mutex::new(Vec::new()));
        let (mut pipe, kept) = (child.stderr.take().expect("a pipe"), Arc::clone(&log));
        std::thread::spawn(move || {
            let mut piece = [0; 8_192];
            while let Ok(length @ 1..) = pipe.read(&mut piece) {
                kept.lock().expect("no panic holds the log").extend_from_slice(&piece[..length]);
            }
        });
        Self { child, log }
    }

    /// The number by which the machine knows it.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it is gone");
    }

    /// Sends it a signal by name, such as `TERM`, `STOP` or `CONT`.
    pub fn signal(&self, name: &str) {
        let command = format!("kill -{name} {}", self.child.id());
        let told = Command::new("sh").args(["-c", &command]).status().expect("a shell");
        assert!(told.success(), "the signal {name} was not sent");
    }

    /// Sends it a signal and waits for its end, as an administrator's stop does: ten seconds, and some for a busy machine.
    pub async fn ends_on(mut self, name: &str) {
        self.signal(name);
        self.is_gone(Duration::from_secs(30)).await;
    }

    /// Waits until it says that it serves.
    pub async fn until_it_serves(&self) {
        self.says("serving", Duration::from_secs(30)).await;
    }

    /// Waits until its log holds these words.
    pub async fn says(&self, words: &str, patience: Duration) {
        let began = Instant::now();
        while !self.log().contains(words) {
            assert!(began.elapsed() < patience, "it does not say «{words}»:\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits until it is gone by itself.
    pub async fn is_gone(&mut self, patience: Duration) {
        let began = Instant::now();
        while self.child.try_wait().expect("its state").is_none() {
            assert!(began.elapsed() < patience, "it does not end:\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&self.log.lock().expect("no panic holds the log")).into_owned()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program with a clean environment and this configuration.
pub fn command(token: &str, api_url: &str, database_url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_metodist"));
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("TELOXIDE_TOKEN", token)
        .env("TELOXIDE_API_URL", api_url)
        .env("DATABASE_URL", database_url)
        .env("METODIST_SENDS_PER_SECOND", "0")
        .env("METODIST_EVENTS_PER_MINUTE", "0")
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null());
    command
}
