//! A headless Chromium, driven over its DevTools pipe: no driver program, no websocket, no extra crate.
//! It clicks and types as a person does, with real input events; it knows nothing of the page.

use base64::Engine;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

const WAIT: Duration = Duration::from_secs(10);
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const LOADED: &str = "Page.loadEventFired";
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=ru",
    "--remote-debugging-pipe",
];

/// One browser with one tab; it ends with the value.
pub struct Browser {
    _child: Child,
    _profile: tempfile::TempDir,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    session: Option<String>,
    last_id: u64,
    events: Vec<Value>,
}

fn program() -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let candidates = std::env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let found = candidates.into_iter().find(|path| path.is_file());
    found.expect("Chromium is not installed, and the page is tested in a real one: apt-get install chromium")
}

impl Browser {
    /// Starts Chromium with an empty profile. Panics with a clear sentence when there is none.
    pub async fn start() -> Browser {
        let profile = tempfile::tempdir().expect("a folder for the browser's profile");
        // The DevTools pipe is read from descriptor 3 and written to descriptor 4.
        let mut child = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#])
            .arg(program())
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Chromium starts");
        let input = child.stdin.take().expect("a pipe to Chromium");
        let output = BufReader::new(child.stdout.take().expect("a pipe from Chromium"));
        let (session, events) = (None, Vec::new());
        let mut browser =
            Browser { _child: child, _profile: profile, input, output, session, last_id: 0, events };
        browser.attach().await;
        browser
    }

    async fn attach(&mut self) {
        let tab = self.call("Target.createTarget", json!({"url": "about:blank"})).await;
        let to = json!({"targetId": tab["targetId"], "flatten": true});
        let attached = self.call("Target.attachToTarget", to).await;
        self.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Runtime.enable", "Page.enable", "Log.enable"] {
            self.call(domain, json!({})).await;
        }
    }

    /// One DevTools call; events that come meanwhile are kept.
    pub async fn call(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let mut call = json!({"id": self.last_id, "method": method, "params": params});
        if let Some(session) = &self.session {
            call["sessionId"] = json!(session);
        }
        let mut bytes = call.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes).await.expect("Chromium listens");
        loop {
            let message = self.read().await;
            if message["id"] == self.last_id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    async fn read(&mut self) -> Value {
        let mut bytes = Vec::new();
        let reading = tokio::time::timeout(WAIT * 3, self.output.read_until(0, &mut bytes));
        reading.await.expect("Chromium answers in time").expect("Chromium is alive");
        assert_eq!(bytes.pop(), Some(0), "Chromium ended");
        serde_json::from_slice(&bytes).expect("DevTools speak JSON")
    }

    /// Waits for an event of that name and gives its parameters.
    pub async fn event(&mut self, method: &str) -> Value {
        loop {
            if let Some(at) = self.events.iter().position(|event| event["method"] == method) {
                return self.events.remove(at)["params"].clone();
            }
            let message = self.read().await;
            self.events.push(message);
        }
    }

    /// Uncaught exceptions, and whatever the browser itself complained of, so far.
    pub fn complaints(&self) -> Vec<String> {
        let error = |event: &&Value| {
            event["method"] == "Runtime.exceptionThrown" || event["params"]["entry"]["level"] == "error"
        };
        self.events.iter().filter(error).map(Value::to_string).collect()
    }

    /// Opens an address.
    pub async fn open(&mut self, url: &str) {
        self.load("Page.navigate", json!({"url": url})).await;
    }

    /// Loads the same address again.
    pub async fn reload(&mut self) {
        self.load("Page.reload", json!({})).await;
    }

    async fn load(&mut self, method: &str, params: Value) {
        self.events.retain(|event| event["method"] != LOADED);
        self.call(method, params).await;
        self.event(LOADED).await;
        // Chromium drops input that comes before the first painting of a page.
        self.until("the page is painted", "performance.getEntriesByType('paint').length > 0").await;
    }

    /// Gives the window another size, as a phone (with touch) or as a desktop.
    pub async fn resize(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": width < 720});
        self.call("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// What the system asks for: dark or light.
    pub async fn prefer(&mut self, scheme: &str) {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.call("Emulation.setEmulatedMedia", features).await;
    }

    /// The value of an expression; promises are awaited.
    pub async fn eval(&mut self, expression: &str) -> Value {
        let what = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.call("Runtime.evaluate", what).await;
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true; panics after ten seconds with the text of the page.
    pub async fn until(&mut self, what: &str, expression: &str) {
        let end = Instant::now() + WAIT;
        while self.eval(&format!("Promise.resolve({expression}).then(Boolean)")).await != true {
            if Instant::now() > end {
                self.save("failed").await;
                let text = self.eval("document.body.innerText").await;
                let (text, said) = (text.as_str().unwrap_or_default(), self.complaints());
                panic!("waited in vain until {what}: {expression}\n{said:?}\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Clicks the middle of an element, and first checks that nothing covers it. `element` is an expression.
    pub async fn click(&mut self, element: &str) {
        self.press(element, "left").await;
    }

    /// The same with the right button, which asks for a context menu.
    pub async fn click_right(&mut self, element: &str) {
        self.press(element, "right").await;
    }

    async fn press(&mut self, element: &str, button: &str) {
        self.until("the element can be clicked", &format!("({REACHABLE})({element})")).await;
        let at = self.eval(&format!("({MIDDLE})({element})")).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": at[0], "y": at[1], "button": button, "clickCount": 1});
            self.call("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Types text where the focus is.
    pub async fn types(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text})).await;
    }

    /// Presses and releases a key such as `Enter` or `ArrowUp`.
    pub async fn key(&mut self, key: &str) {
        let text = if key == "Enter" { "\r" } else { "" };
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "ArrowUp" => 38,
            _ => 0,
        };
        for kind in ["keyDown", "keyUp"] {
            let event =
                json!({"type": kind, "key": key, "code": key, "text": text, "windowsVirtualKeyCode": code});
            self.call("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Answers the file chooser that `click` on the element opens.
    pub async fn chooses(&mut self, element: &str, file: &Path) {
        self.call("Page.setInterceptFileChooserDialog", json!({"enabled": true})).await;
        self.click(element).await;
        let opened = self.event("Page.fileChooserOpened").await;
        let files = json!({"files": [file], "backendNodeId": opened["backendNodeId"]});
        self.call("DOM.setFileInputFiles", files).await;
    }

    /// Lets downloads land in a folder.
    pub async fn downloads_to(&mut self, folder: &Path) {
        let what = json!({"behavior": "allow", "downloadPath": folder});
        self.call("Browser.setDownloadBehavior", what).await;
    }

    /// Saves a picture of the window into the folder named by METODIST_SCREENSHOTS, if there is one.
    pub async fn save(&mut self, name: &str) {
        self.save_with(name, json!({"format": "png"})).await;
    }

    /// The same by these parameters of the call that takes it.
    pub async fn save_with(&mut self, name: &str, what: Value) {
        let Some(folder) = std::env::var_os("METODIST_SCREENSHOTS") else {
            return;
        };
        tokio::time::sleep(Duration::from_millis(350)).await;
        let shot = self.call("Page.captureScreenshot", what).await;
        let data = shot["data"].as_str().unwrap_or_default();
        let bytes = base64::engine::general_purpose::STANDARD.decode(data).expect("base64 from Chromium");
        std::fs::create_dir_all(&folder).expect("the folder for screenshots");
        std::fs::write(PathBuf::from(folder).join(format!("{name}.png")), bytes)
            .expect("the screenshot is saved");
    }
}

const MIDDLE: &str =
    "e => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }";
/// In sight, not covered by anything, and no longer moving.
const REACHABLE: &str = "async e => {
    if (!e) return false;
    e.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const r = e.getBoundingClientRect();
    const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
    if (r.width === 0 || top === null || !e.contains(top)) return false;
    await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const now = e.getBoundingClientRect();
    return now.x === r.x && now.y === r.y;
}";
