"use client";
import PortOne from "@portone/browser-sdk/v2";

const channelKey = process.env.NEXT_PUBLIC_CHANNEL_KEY!;
export const pay = (order: Order) => PortOne.requestPayment({ ...order, channelKey, storeId: process.env.PORTONE_STORE_ID ?? "" });
export const isLive = process.env.NODE_ENV === "production" && process.env.ANALYTICS;
