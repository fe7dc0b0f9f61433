import { mount } from "svelte";
import App from "./App.svelte";
import "./tokens.css";
import "./page.css";
import "./print.css";

mount(App, { target: document.getElementById("panes")! });
