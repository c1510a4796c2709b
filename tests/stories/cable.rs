//! A cable that can be cut: what listens on a port of its own and passes everything on, until it does not.

use std::time::Duration;

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    sync::watch,
};

use crate::service::free_port;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Whole,
    /// Whoever is connected is thrown out, whoever comes is refused.
    Cut,
    /// Whoever is connected, and whoever comes, hears nothing any more.
    Silent,
}

/// A cable to one address. It ends with its last owner.
pub struct Cable {
    pub port: u16,
    state: watch::Sender<State>,
}

impl Cable {
    /// Leads to `host:port`.
    pub fn to(address: &str) -> Self {
        let (port, state) = (free_port(), watch::Sender::new(State::Whole));
        tokio::spawn(carry_all(port, address.to_owned(), state.subscribe()));
        Self { port, state }
    }

    /// Leads to the PostgreSQL that this address names; returns the address through the cable too.
    pub fn to_postgres(url: &str) -> (Self, String) {
        let mut url = reqwest::Url::parse(url).expect("an address");
        let there = format!("{}:{}", url.host_str().expect("a host"), url.port().unwrap_or(5432));
        let cable = Self::to(&there);
        url.set_host(Some("127.0.0.1")).expect("a host");
        url.set_port(Some(cable.port)).expect("a port");
        (cable, url.to_string())
    }

    pub fn cut(&self) {
        self.state.send_replace(State::Cut);
    }

    pub fn falls_silent(&self) {
        self.state.send_replace(State::Silent);
    }

    /// New connections are passed on again. Those that have heard nothing go on hearing nothing.
    pub fn mend(&self) {
        self.state.send_replace(State::Whole);
    }
}

async fn carry_all(port: u16, address: String, mut state: watch::Receiver<State>) {
    while state.wait_for(|state| *state != State::Cut).await.is_ok() {
        let Ok(listener) = TcpListener::bind(("127.0.0.1", port)).await else {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let mut watched = state.clone();
        let is_cut = async move { drop(watched.wait_for(|state| *state == State::Cut).await) };
        let carrying = async {
            loop {
                let Ok((near, _)) = listener.accept().await else { continue };
                tokio::spawn(carry(near, address.clone(), state.clone()));
            }
        };
        tokio::select! {
            () = carrying => {}
            () = is_cut => {}
        }
    }
}

async fn carry(mut near: TcpStream, address: String, state: watch::Receiver<State>) {
    let (mut cut, mut silent) = (state.clone(), state.clone());
    let passing = async {
        if *state.borrow() == State::Whole
            && let Ok(mut far) = TcpStream::connect(address).await
        {
            tokio::select! {
                _ = copy_bidirectional(&mut near, &mut far) => return,
                _ = silent.wait_for(|state| *state == State::Silent) => {}
            }
            // Both ends stay open, and neither hears of the other.
            std::future::pending::<()>().await;
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        () = passing => {}
        _ = cut.wait_for(|state| *state == State::Cut) => {}
    }
}
