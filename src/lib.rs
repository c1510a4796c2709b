//! Metodist: a messenger bot for a municipal teacher-support service.
//!
//! The rooms, in reading order. An event comes in through `messenger`, lies in the `inbox`, is handled as a `turn`
//! that `dispatch` leads to a capability, and is answered with a screen. What others are owed because of it lies in the
//! `outbox` until it is said.

pub mod accounts;
pub mod app;
pub mod attachments;
pub mod audiences;
pub mod audit;
pub mod backup;
pub mod broadcasts;
pub mod capability;
pub mod check;
pub mod clock;
pub mod command_lists;
pub mod config;
pub mod consultations;
pub mod content;
pub mod conversations;
pub mod courses;
pub mod db;
pub mod demo;
pub mod diagnostics;
pub mod directory;
pub mod dispatch;
pub mod documents;
pub mod errors;
pub mod flood;
pub mod health;
pub mod hot_line;
pub mod inbox;
pub mod invitations;
pub mod learning_routes;
pub mod logging;
pub mod meetings;
pub mod messenger;
pub mod methodologist_pool;
pub mod metrics;
pub mod organisations;
pub mod outbox;
pub mod people;
pub mod portfolio;
pub mod privacy;
pub mod questionnaires;
pub mod replicas;
pub mod road;
pub mod roster;
pub mod serving;
pub mod sheets;
pub mod texts;
pub mod threads;
pub mod transfer;
pub mod turn;
pub mod typed;
pub mod units;
pub mod web;
