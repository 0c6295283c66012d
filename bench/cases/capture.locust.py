from locust import FastHttpUser, task


class User(FastHttpUser):
    @task
    def login(self):
        token = self.client.get("/login").json()["token"]
        self.client.get("/me", headers={"authorization": f"Bearer {token}"})
