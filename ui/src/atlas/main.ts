import { mount } from "svelte";
import Atlas from "./Atlas.svelte";
import "../tokens.css";
import "../page.css";
import "./atlas.css";

mount(Atlas, { target: document.getElementById("atlas")! });
